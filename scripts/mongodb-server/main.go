// A server of the MongoDB protocol for tests: FerretDB 1 over SQLite files in the folder named by the first argument,
// on a loopback port that it prints. It ends when its input ends, so it never outlives who started it.
//
// MongoDB changes a document atomically. FerretDB 1 reads, filters and then writes, so two updates may both match: here
// commands that write pass one at a time. Between commands, clients interleave as they like.
package main

import (
	"bytes"
	"context"
	"encoding/binary"
	"fmt"
	"io"
	"log"
	"log/slog"
	"net"
	"os"
	"path/filepath"
	"sync"

	"github.com/FerretDB/FerretDB/ferretdb"
)

const (
	headerBytes = 16
	// Of an OP_MSG: header, flags, kind of section, length of document, type of its first member.
	nameAt       = headerBytes + 4 + 1 + 4 + 1
	messageLimit = 48_000_000
)

func main() {
	folder := os.Args[1]
	socket := filepath.Join(folder, "ferretdb.sock")
	database, err := ferretdb.New(&ferretdb.Config{
		Listener:  ferretdb.ListenerConfig{Unix: socket},
		Logger:    slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: slog.LevelError})),
		Handler:   "sqlite",
		SQLiteURL: "file:" + folder + "/",
	})
	if err != nil {
		log.Fatal(err)
	}
	go func() { _ = database.Run(context.Background()) }()

	front, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		log.Fatal(err)
	}
	go serve(front, socket)
	fmt.Printf("mongodb://%s\n", front.Addr())
	_, _ = io.Copy(io.Discard, os.Stdin)
}

func serve(front net.Listener, socket string) {
	var turn sync.Mutex
	for {
		client, err := front.Accept()
		if err != nil {
			log.Fatal(err)
		}
		go func() {
			defer client.Close()
			backend, err := net.Dial("unix", socket)
			if err != nil {
				log.Print(err)
				return
			}
			defer backend.Close()
			for pass(client, backend, &turn) == nil {
			}
		}()
	}
}

// pass carries one command to the backend and its answer to the client.
func pass(client, backend net.Conn, turn *sync.Mutex) error {
	command, err := readMessage(client)
	if err != nil {
		return err
	}
	answer, err := exchange(command, backend, turn)
	if err != nil {
		return err
	}
	_, err = client.Write(answer)
	return err
}

func exchange(command []byte, backend net.Conn, turn *sync.Mutex) ([]byte, error) {
	if writes(command) {
		turn.Lock()
		defer turn.Unlock()
	}
	if _, err := backend.Write(command); err != nil {
		return nil, err
	}
	return readMessage(backend)
}

// writes tells it by the name of the command, the first member of its document.
func writes(command []byte) bool {
	for _, name := range []string{"insert", "update", "delete", "findAndModify"} {
		if len(command) > nameAt && bytes.HasPrefix(command[nameAt:], []byte(name+"\x00")) {
			return true
		}
	}
	return false
}

func readMessage(from io.Reader) ([]byte, error) {
	length := make([]byte, 4)
	if _, err := io.ReadFull(from, length); err != nil {
		return nil, err
	}
	size := binary.LittleEndian.Uint32(length)
	if size < headerBytes+4 || size > messageLimit {
		return nil, fmt.Errorf("a message of %d bytes", size)
	}
	message := make([]byte, size)
	copy(message, length)
	_, err := io.ReadFull(from, message[4:])
	return message, err
}
